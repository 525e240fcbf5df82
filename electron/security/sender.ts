import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { mayCall, type WindowRole } from './policy';
import { devOrigin } from './session';

/** Contents of the windows that the app made, by id; nobody else may call. */
const roles = new Map<number, WindowRole>();

/** Lets a window's page call main for as long as it lives. */
export function admit(contents: WebContents, role: WindowRole): void {
  const { id } = contents;
  roles.set(id, role);
  contents.once('destroyed', () => roles.delete(id));
}

/** What the calling window is for; undefined where the call must be refused. */
export function roleOfSender(event: IpcMainInvokeEvent): WindowRole | undefined {
  const { sender, senderFrame } = event;
  const role = roles.get(sender.id);
  const frame = senderFrame && {
    url: senderFrame.url,
    isTop: senderFrame === sender.mainFrame,
  };
  return mayCall(role, frame, devOrigin()) ? role : undefined;
}
