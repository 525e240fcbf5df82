import type * as z from 'zod';
import type { CallName, CallOutput, Contract, EventName, EventPayload } from '../../shared/rpc';
import type { firstCalls } from '../../shared/rpc/first';
import type { WindowRole } from '../security/policy';

/** Who calls: the page of one window. */
export interface Caller {
  /** Id of the window's contents. */
  readonly id: number;
  readonly role: WindowRole;
  /** Paths of files that the user dropped on the page, told by preload; not checked yet. */
  readonly dropped?: unknown;
}

/** Carries out one call. Throws StorageError for what the user is told about. */
export type Handler<N extends CallName> = (
  input: z.output<Contract[N]['input']>,
  caller: Caller,
) => CallOutput<N> | Promise<CallOutput<N>>;

/** A handler for every call of the contract; a missing one is a compile error. */
export type Handlers = { readonly [N in CallName]: Handler<N> };

/** The calls that are answered before the rest of the contract is loaded. */
export type FirstName = keyof typeof firstCalls;

/** The handlers of one section of the contract, e.g. `workspace`. */
export type SectionHandlers<S extends string> = Pick<Handlers, Extract<CallName, `${S}.${string}`>>;

/** Tells the main window something without being asked. */
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
