import { generateKeyPairSync, randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { streams } from './chain';
import { type DataKey, SealBroken } from './data-key';
import { listFolder, makeFolder, readWhole, sizeOf, writeAside } from './files';
import { markerName, writeMarker } from './marker';
import { StorageError } from './storage-error';

const deviceName = 'device.json';

/** This PC in this data folder: its id in stamps, its name for people, its Ed25519 key pair. */
export const deviceSchema = z.object({
  id: deviceIdSchema,
  name: z.string().max(200),
  /** SPKI, PEM. */
  publicKey: z.string().max(2000),
  /** PKCS #8, PEM; absent in a copy that was made to be read only. */
  privateKey: z.string().max(2000).optional(),
});

export type Device = z.infer<typeof deviceSchema>;

/** A new device id: eight random letters or digits. */
export function newDeviceId(): string {
  return Array.from({ length: 8 }, () => randomInt(36).toString(36)).join('');
}

/** A new identity for this PC: an id that no other has, and keys. */
export function makeDevice(id = newDeviceId(), name = hostname()): Device {
  const keys = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return deviceSchema.parse({ id, name: name.slice(0, 200), ...keys });
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const bytes = await readWhole(join(folder, name));
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new StorageError('workspace-damaged', { file: name, line: 1 });
  }
}

/** The key of an encrypted unit, and the unit, to which its sealed files are bound. */
export interface UnitKey {
  readonly unit: string;
  readonly key: DataKey;
}

const sealedSchema = z.strictObject({ sealed: z.base64() });

const deviceContext = (unit: string): string => `device:${unit}`;

function openDevice(content: unknown, { unit, key }: UnitKey): unknown {
  const { data } = sealedSchema.safeParse(content);
  if (!data) return undefined;
  try {
    const opened = key.open(Buffer.from(data.sealed, 'base64'), deviceContext(unit));
    return JSON.parse(opened.toString('utf8'));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/**
 * This PC's identity, opened with `sealed` in an encrypted unit. Throws StorageError
 * `workspace-damaged` where it is missing or unreadable.
 */
export async function readDevice(folder: string, sealed?: UnitKey): Promise<Device> {
  const content = await readJson(folder, deviceName);
  const { data: device } = deviceSchema.safeParse(sealed ? openDevice(content, sealed) : content);
  if (!device) throw new StorageError('workspace-damaged', { file: deviceName, line: 1 });
  return device;
}

/** This PC's identity for a copy that is only read: without the private key, sealed as it was. */
export function copiedDevice({ privateKey: _key, ...device }: Device, sealed?: UnitKey): Buffer {
  return Buffer.from(textOf(device, sealed));
}

function textOf(device: Device, sealed: UnitKey | undefined): string {
  const text = JSON.stringify(device);
  if (!sealed) return text;
  const bytes = sealed.key.seal(Buffer.from(text), deviceContext(sealed.unit));
  return JSON.stringify({ sealed: bytes.toString('base64') });
}

/** Replaces this PC's identity as a whole. Throws StorageError of the disk. */
export async function writeDevice(folder: string, device: Device, sealed?: UnitKey): Promise<void> {
  await writeAside(join(folder, deviceName), textOf(device, sealed));
}

/**
 * Makes an empty data folder. Throws StorageError: `workspace-exists`, or `workspace-not-empty`
 * where journals lie in the folder without their marker.
 */
export async function createWorkspace(
  folder: string,
  options: { unitId?: string; deviceId?: string; deviceName?: string } = {},
): Promise<void> {
  if ((await sizeOf(join(folder, markerName))) !== undefined) {
    throw new StorageError('workspace-exists', { path: folder });
  }
  for (const stream of streams) {
    if ((await listFolder(join(folder, stream), 'folders')).length > 0) {
      throw new StorageError('workspace-not-empty', { path: folder });
    }
  }
  const device = makeDevice(options.deviceId, options.deviceName);
  await makeFolder(folder);
  await writeDevice(folder, device);
  // The marker comes last: without it the folder counts as not made.
  await writeMarker(folder, { unit: z.uuid().parse(options.unitId ?? uuidv7()) });
}
