import { useLayoutEffect, useRef } from 'react';
import type { Block } from '../../shared/report/blocks';
import type { ChartPicture } from '../../shared/rpc/documents';
import { pictureOf } from '../charts/picture';
import { BlockView } from './BlockView';
import { fontVariables } from './fonts';

/** Pixels of a picture for each CSS px: 288 dpi, as sharp as office printers are. */
const sharpness = 3;

interface ChartPicturesProps {
  readonly blocks: readonly Block[];
  readonly onDrawn: (pictures: ChartPicture[]) => void;
  readonly onFailed: (error: unknown) => void;
}

async function picturesIn(column: Element): Promise<ChartPicture[]> {
  const pictures: ChartPicture[] = [];
  for (const drawing of column.querySelectorAll<HTMLElement>('.paper-chart-drawing')) {
    const { width, height } = drawing.getBoundingClientRect();
    const png = await pictureOf(drawing, { sharpness, margin: 0, ground: '#fff' });
    pictures.push({ png, width, height });
  }
  return pictures;
}

/** Draws charts as the paper does and takes a picture of each, without caption and sentence. */
export function ChartPictures({ blocks, onDrawn, onFailed }: ChartPicturesProps) {
  const column = useRef<HTMLDivElement>(null);
  const tell = useRef({ onDrawn, onFailed });
  useLayoutEffect(() => {
    const { current } = column;
    if (current) picturesIn(current).then(tell.current.onDrawn, tell.current.onFailed);
  }, []);
  return (
    <div ref={column} className="paper-galley paper-pictures" style={fontVariables}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is drawn once does not change
        <BlockView key={index} block={block} from={0} language="zh-CN" />
      ))}
    </div>
  );
}
