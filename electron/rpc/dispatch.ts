import { StampClash } from '../../shared/changes/merge';
import { deviceOf } from '../../shared/changes/stamp';
import type { CallName, CallResult, Contract, RpcError } from '../../shared/rpc';
import { storageError } from '../storage/storage-error';
import type { Caller, Handler, Handlers } from './handlers';

/** The only calls of a print window, which the main window cannot make. */
const printCalls: ReadonlySet<string> = new Set<CallName>(['documents.current', 'documents.ready']);

/** Calls that say nothing of the unit, or open it; all others wait until it is unlocked. */
const lockedCalls: ReadonlySet<string> = new Set<CallName>([
  'app.info',
  'app.setLanguage',
  'app.reveal',
  'workspace.open',
  'workspace.create',
  'workspace.openSample',
  'workspace.leaveSample',
  'vault.status',
  'vault.unlock',
  'vault.lock',
  'vault.cancel',
  'backups.failures',
  'backups.list',
  'backups.rebuild',
  'backups.cancel',
  'repair.inspect',
  'repair.run',
  'documents.current',
  'documents.ready',
  'documents.cancel',
  'attachments.cancel',
  'transfer.cancel',
  'sheets.cancel',
  'sheets.close',
]);

/** The contract or a part of it, and who answers its calls. */
export interface Answers {
  readonly calls: Partial<Contract>;
  readonly handlers: Partial<Handlers>;
  /** Whether the unit is locked now. */
  readonly isLocked?: () => boolean;
}

const refusal = { ok: false, error: { code: 'bad-input' } } as const;

/** Input as the contract has it; undefined where it is not that. */
function parseInput(
  { input: schema }: Contract[CallName],
  input: unknown,
): { readonly value: unknown } | undefined {
  try {
    const { success, data } = schema.safeParse(input);
    return success ? { value: data } : undefined;
  } catch {
    // An object whose getters throw is no input either.
    return undefined;
  }
}

/** Where an unexpected error came from, without its message, which may quote what was entered. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}

function errorOf(name: CallName, error: unknown, log: (line: string) => void): RpcError {
  // Two different actions under one stamp, each rightly signed: a data folder was copied to a second
  // PC, and both went on with it.
  if (error instanceof StampClash) {
    return { code: 'device-twice', params: { device: deviceOf(error.stamp) } };
  }
  const known = storageError(error);
  if (known.code !== 'internal') return known.rpcError;
  log(`${name}: ${traceOf(known.cause ?? error)}`);
  return { code: 'internal' };
}

/** Whether a name is that of one of these calls. */
export const isCallOf = <C extends Partial<Contract>>(calls: C, name: unknown): name is keyof C =>
  typeof name === 'string' && Object.hasOwn(calls, name);

/**
 * Answers one call: its name and input are checked against the contract, what the handler throws
 * becomes an error code. Never throws. `answers` may be of a part of the contract where only that
 * part can be asked for, as without a window; `log` gets a line for every defect of the program.
 */
export async function answer(
  name: unknown,
  input: unknown,
  { calls, handlers, isLocked }: Answers,
  caller: Caller,
  log: (line: string) => void = console.error,
): Promise<CallResult<CallName>> {
  if (!isCallOf(calls, name)) return refusal;
  if ((caller.role === 'print') !== printCalls.has(name)) return refusal;
  // Input and handler are those of one name, which a union of all calls cannot say.
  const handler = handlers[name] as Handler<CallName> | undefined;
  const called: Contract[CallName] | undefined = calls[name];
  const parsed = handler && called && parseInput(called, input);
  if (!parsed) return refusal;
  if (isLocked?.() && !lockedCalls.has(name)) return { ok: false, error: { code: 'locked' } };
  try {
    // The schema of this very call made the value.
    const value = await handler(parsed.value as Parameters<Handler<CallName>>[0], caller);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: errorOf(name, error, log) };
  }
}
