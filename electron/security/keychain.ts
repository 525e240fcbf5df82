import { safeStorage } from 'electron';
import type { Keychain } from '../rpc/vault-keeper';

/** The system's keychain: DPAPI on Windows, Keychain on macOS, a keyring on Linux. */
export function systemKeychain(): Keychain {
  return {
    // Without a keyring, Electron on Linux would keep secrets under a password that everybody knows.
    isAvailable: () =>
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(sealed),
  };
}
