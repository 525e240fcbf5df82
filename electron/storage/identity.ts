import { generateKeyPairSync, randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { streams } from './chain';
import { listFolder, makeFolder, readWhole, sizeOf, writeAside } from './files';
import { StorageError } from './storage-error';

/** The newest layout of a data folder this app can read; it writes this one. */
export const workspaceFormat = 1;

const markerName = 'touyan.json';
const deviceName = 'device.json';

const markerSchema = z.object({
  format: z.literal(workspaceFormat),
  unit: z.uuid(),
});

const anyMarkerSchema = z.object({ format: z.number().int().min(1) });

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

async function readJson(folder: string, name: string): Promise<unknown> {
  const bytes = await readWhole(join(folder, name));
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new StorageError('workspace-damaged', { file: name, line: 1 });
  }
}

/**
 * Whose data folder this is. Throws StorageError: `no-workspace`, `workspace-newer` (made by a
 * newer app; nothing was touched) or `workspace-damaged`.
 */
export async function readMarker(folder: string): Promise<{ unit: string }> {
  const content = await readJson(folder, markerName);
  if (content === undefined) throw new StorageError('no-workspace', { path: folder });
  const { data: found } = anyMarkerSchema.safeParse(content);
  if (found && found.format > workspaceFormat) {
    throw new StorageError('workspace-newer', {
      format: found.format,
      known: workspaceFormat,
    });
  }
  const { data: marker } = markerSchema.safeParse(content);
  if (!marker) throw new StorageError('workspace-damaged', { file: markerName, line: 1 });
  return { unit: marker.unit };
}

/** This PC's identity. Throws StorageError `workspace-damaged` where it is missing or unreadable. */
export async function readDevice(folder: string): Promise<Device> {
  const { data: device } = deviceSchema.safeParse(await readJson(folder, deviceName));
  if (!device) throw new StorageError('workspace-damaged', { file: deviceName, line: 1 });
  return device;
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
  const keys = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const device = deviceSchema.parse({
    id: options.deviceId ?? newDeviceId(),
    name: (options.deviceName ?? hostname()).slice(0, 200),
    ...keys,
  });
  const marker = markerSchema.parse({
    format: workspaceFormat,
    unit: options.unitId ?? uuidv7(),
  });
  await makeFolder(folder);
  await writeAside(join(folder, deviceName), JSON.stringify(device), 0o600);
  // The marker comes last: without it the folder counts as not made.
  await writeAside(join(folder, markerName), JSON.stringify(marker));
}
