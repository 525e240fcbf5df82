import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { StorageError } from './storage-error';

const nonceSize = 12;
const tagSize = 16;

/** Length of a data key in bytes. */
export const dataKeySize = 32;

/** What sealing adds to the length, in bytes: nonce and tag. */
export const sealOverhead = nonceSize + tagSize;

/** Sealed bytes that are not what was sealed, or not in that place, or not with this key. */
export class SealBroken extends Error {}

/**
 * The key of an encrypted unit. Never written in the clear; it lies wrapped in the unit's vault.
 *
 * Every piece gets a random nonce of 96 bits. NIST SP 800-38D (8.3) allows 2^32 pieces under one
 * key then; ten years of a unit are about 2^19 lines, and as many attachments of a megabyte.
 */
export class DataKey {
  /** Names the key without telling anything of it: 16 hex digits. */
  readonly id: string;
  readonly #master: Buffer;
  readonly #sealing: Buffer;
  readonly #naming: Buffer;
  #isForgotten = false;

  /** Takes over `master`, 32 random bytes, which `forget` overwrites. */
  constructor(master: Buffer) {
    if (master.length !== dataKeySize) throw new RangeError('a data key has 32 bytes');
    this.#master = master;
    const derive = (use: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `touyan ${use}`, length));
    this.#sealing = derive('seal', 32);
    this.#naming = derive('names', 32);
    this.id = derive('id', 8).toString('hex');
  }

  /** A new random key. */
  static create(): DataKey {
    return new DataKey(randomBytes(dataKeySize));
  }

  /** Seals bytes with AES-256-GCM: nonce, ciphertext, tag. `context` tells their one place. */
  seal(bytes: Uint8Array, context: string): Buffer {
    this.#expectKnown();
    const nonce = randomBytes(nonceSize);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce, { authTagLength: tagSize });
    cipher.setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** The bytes that were sealed for that `context`. Throws SealBroken. */
  open(sealed: Uint8Array, context: string): Buffer {
    this.#expectKnown();
    if (sealed.length < sealOverhead) throw new SealBroken();
    const bodyEnd = sealed.length - tagSize;
    const decipher = createDecipheriv('aes-256-gcm', this.#sealing, sealed.subarray(0, nonceSize), {
      authTagLength: tagSize,
    });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(bodyEnd));
    try {
      return Buffer.concat([
        decipher.update(sealed.subarray(nonceSize, bodyEnd)),
        decipher.final(),
      ]);
    } catch {
      throw new SealBroken();
    }
  }

  /** Name of the file that holds content with that SHA-256 (hex); tells nothing about it. */
  nameOf(sha256: string): string {
    this.#expectKnown();
    return createHmac('sha256', this.#naming).update(sha256).digest('hex');
  }

  /** The key's own bytes, for wrapping; to be overwritten by who asked. */
  copyMaster(): Buffer {
    this.#expectKnown();
    return Buffer.from(this.#master);
  }

  /** Overwrites the key in memory; every later use throws StorageError `locked`. */
  forget(): void {
    this.#isForgotten = true;
    for (const secret of [this.#master, this.#sealing, this.#naming]) secret.fill(0);
  }

  #expectKnown(): void {
    if (this.#isForgotten) throw new StorageError('locked');
  }
}
