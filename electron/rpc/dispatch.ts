import { StampClash } from '../../shared/changes/merge';
import {
  type CallName,
  type CallOutput,
  type CallResult,
  type Contract,
  contract,
  type RpcError,
} from '../../shared/rpc';
import type * as z from 'zod';
import { storageError } from '../storage/storage-error';

/** Carries out one call; its input was checked against the contract. Throws StorageError. */
export type Handler<N extends CallName> = (
  input: z.output<Contract[N]['input']>,
  caller: Caller,
) => Promise<CallOutput<N>> | CallOutput<N>;

/** Every call of the contract with its handler: one that is missing does not compile. */
export type Handlers = { readonly [N in CallName]: Handler<N> };

/** The handlers of one section of the contract, e.g. `workspace`. */
export type Section<S extends string> = {
  readonly [N in Extract<CallName, `${S}.${string}`>]: Handler<N>;
};

/** Who calls: the id of the window's contents. */
export interface Caller {
  readonly contents: number;
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

function errorOf(error: unknown, report: (error: unknown) => void): RpcError {
  if (error instanceof StampClash) return { code: 'package-altered' };
  const known = storageError(error);
  if (known.code === 'internal') report(error);
  return known.rpcError;
}

/**
 * Answers one call: checks name and input, runs the handler, turns every failure into an error of
 * the contract. Never throws. `report` hears of faults of our own.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  caller: Caller,
  report: (error: unknown) => void,
): Promise<CallResult<CallName>> {
  if (!isCallName(name)) return { ok: false, error: { code: 'bad-input' } };
  try {
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return { ok: false, error: { code: 'bad-input' } };
    // The input was parsed by the schema of this very call, which TypeScript cannot follow.
    const handler = handlers[name] as (input: unknown, caller: Caller) => unknown;
    const value = (await handler(parsed.data, caller)) as CallOutput<CallName>;
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: errorOf(error, report) };
  }
}

