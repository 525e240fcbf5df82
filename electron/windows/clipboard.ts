import { ClipboardItem, clipboard, type NativeImage, nativeImage } from 'electron';

/** The clipboard of Electron 33, which takes pictures another way than that of 45. */
interface OlderClipboard {
  readonly writeImage?: (image: NativeImage) => void;
}

/** Puts a PNG on the system's clipboard; false where it is none that can be read. */
export async function copyPicture(png: Buffer): Promise<boolean> {
  const image = nativeImage.createFromBuffer(png);
  if (image.isEmpty()) return false;
  // The types are those of 45 and do not know the older way.
  const older = clipboard as unknown as OlderClipboard;
  if (older.writeImage) older.writeImage(image);
  else {
    const blob = new Blob([new Uint8Array(png)], { type: 'image/png' });
    await clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }
  return true;
}

/** Puts a text on the system's clipboard. */
export async function copyText(text: string): Promise<void> {
  await clipboard.writeText(text);
}
