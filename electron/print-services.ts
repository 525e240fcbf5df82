import { documentCalls } from '../shared/rpc/documents';
import { answer } from './rpc/dispatch';
import { printWindowHandlers } from './rpc/documents';
import type { Answering } from './rpc/listen';
import { printWindows } from './windows/print-window';

/** Answers print windows alone, for the command line. */
export function startPrintServices(): Answering {
  const answers = { calls: documentCalls, handlers: printWindowHandlers(printWindows) };
  return (caller, name, input) => answer(name, input, answers, caller);
}
