import { ipcMain } from 'electron';
import { roleOfSender } from '../security/sender';
import { callChannel } from './channel';
import type { Caller } from './handlers';

/** Answers a call whose sender was found to be one of the app's own pages. */
export type Answering = (caller: Caller, name: unknown, input: unknown) => Promise<unknown>;

/** Hears all calls on their one channel; those of strangers are refused before they are read. */
export function listenForCalls(answering: Answering): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown, dropped: unknown) => {
    const role = roleOfSender(event);
    if (!role) return { ok: false, error: { code: 'bad-input' } };
    return answering({ id: event.sender.id, role, dropped }, name, input);
  });
}
