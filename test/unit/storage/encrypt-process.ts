import { decryptFolder, encryptFolder } from '../../../electron/storage/encryption';
import { readMarker } from '../../../electron/storage/marker';
import { unlockVault } from '../../../electron/storage/vault';

// A process of its own that is killed while it works: encrypts the folder, or makes it plain again.
// Says `open` when the derivation is over, and a line at the end.

const [, , folder = '', passphrase = ''] = process.argv;

const { unit, vault } = await readMarker(folder);
if (vault) {
  const key = await unlockVault(vault, unit, { kind: 'passphrase', secret: passphrase });
  if (!key) throw new Error('the passphrase was not taken');
  console.log('open');
  await decryptFolder(folder, key);
} else {
  let isOpen = false;
  await encryptFolder(folder, passphrase, {
    progress: () => {
      if (!isOpen) console.log('open');
      isOpen = true;
    },
  });
}
console.log('done');
