import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/rpc';
import { callChannel, eventChannel } from './rpc/channel';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
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
