import type {
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  RpcError,
} from '../../shared/rpc';

declare global {
  interface Window {
    /** Put there by preload; the renderer's only way out. */
    readonly touyan: Bridge;
  }
}

/** A call that main answered with an error; its code has a sentence in the texts. */
export class CallFailed extends Error {
  constructor(readonly error: RpcError) {
    super(error.code);
  }
}

/** Calls main and gives the value; rejects with CallFailed. */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const result = await window.touyan.call(name, input);
  if (result.ok) return result.value;
  throw new CallFailed(result.error);
}

/** `attachments.add` for files that were dropped on the window; rejects with CallFailed. */
export async function callAddFiles(files: readonly File[]): Promise<CallOutput<'attachments.add'>> {
  const result = await window.touyan.addFiles(files);
  if (result.ok) return result.value;
  throw new CallFailed(result.error);
}

/** `transfer.open` for packages that were dropped on the window; rejects with CallFailed. */
export async function callOpenPackages(
  files: readonly File[],
): Promise<CallOutput<'transfer.open'>> {
  const result = await window.touyan.openPackages(files);
  if (result.ok) return result.value;
  throw new CallFailed(result.error);
}

/** Hears an event of main until the returned function is called. */
export function listen<N extends EventName>(
  name: N,
  heard: (payload: EventPayload<N>) => void,
): () => void {
  return window.touyan.listen(name, heard);
}
