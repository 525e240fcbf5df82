import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type CallName, type CallResult, callChannel } from '../../shared/rpc';
import { printedDocuments } from '../documents/pdf';
import { isOwnSender } from '../security/sender';
import { answer, type Handlers } from './dispatch';

/** Faults of our own are written to the log without what the call was about. */
function report(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${name}: ${stack ?? message}\n`);
}

/** What answers a message on the call channel. */
export type Receiver = (
  event: IpcMainInvokeEvent,
  name: unknown,
  input: unknown,
) => Promise<CallResult<CallName>>;

/** Answers the calls of own windows; everybody else gets `bad-input`. */
export function receiver(handlers: Handlers): Receiver {
  return async (event, name, input) => {
    if (!isOwnSender(event)) return { ok: false, error: { code: 'bad-input' } };
    return answer(handlers, name, input, { contents: event.sender.id }, report);
  };
}

/** Answers the two calls of print windows, for the command line, where no other window is. */
export function servePrintWindows(): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (!isOwnSender(event)) return { ok: false, error: { code: 'bad-input' } };
    const { id } = event.sender;
    const printed = printedDocuments.get(id);
    if (name === 'documents.current' && printed) return { ok: true, value: printed.document };
    if (name === 'documents.ready' && printed && typeof input === 'object' && input !== null) {
      const pages: unknown = Reflect.get(input, 'pages');
      printed.ready(Number(pages));
      return { ok: true, value: null };
    }
    return { ok: false, error: { code: 'no-workspace' } };
  });
}
