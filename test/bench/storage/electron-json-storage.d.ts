// The two calls that are measured; the package has no types.
declare module 'electron-json-storage' {
  export function setDataPath(folder: string): void;
  export function set(key: string, json: object, done: (error: unknown) => void): void;
}
