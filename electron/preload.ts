import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/rpc';
import { callChannel, eventChannel } from './rpc/channel';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  addFiles: (files) => {
    // A file without a path, as from a mail, is refused by its name.
    const paths = files.map((file) => webUtils.getPathForFile(file) || file.name);
    return ipcRenderer.invoke(callChannel, 'attachments.add', null, paths);
  },
  openPackages: (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file) || file.name);
    return ipcRenderer.invoke(callChannel, 'transfer.open', null, paths);
  },
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
