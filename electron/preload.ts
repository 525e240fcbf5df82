import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import type { Bridge } from '../shared/rpc';
import { callChannel, eventChannel } from './rpc/channel';
import { emptyMarkupOnly, withoutReach } from './security/reach';

/** A file that the user chose or dropped has a place on the disk; one that a page made has a name. */
const told = (files: readonly File[]) =>
  files.map((file) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? { name: file.name } : { path };
  });

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  addFiles: (files) => ipcRenderer.invoke(callChannel, 'attachments.add', null, told(files)),
  openPackages: (files) => ipcRenderer.invoke(callChannel, 'transfer.open', null, told(files)),
  listen: (name, heard) => {
    const listener = (_event: unknown, event: string, payload: Parameters<typeof heard>[0]) => {
      if (event === name) heard(payload);
    };
    ipcRenderer.on(eventChannel, listener);
    return () => {
      ipcRenderer.off(eventChannel, listener);
    };
  },
};

contextBridge.exposeInMainWorld('touyan', bridge);
// In the page's world, before its first script.
void webFrame.executeJavaScript(`(${withoutReach})();(${emptyMarkupOnly})()`);
