import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ChartPicture } from '../../shared/rpc/documents';
import { call } from '../state/bridge';
import { installedFonts, loadShippedFonts } from './fonts';
import { Paper } from './Paper';

const container = document.getElementById('paper');
if (!container) throw new Error('print.html has no #paper');

const { documents, purpose } = await call('documents.current', null);
const [first] = documents;
document.title = first?.title ?? '';
document.documentElement.lang = first?.language ?? 'zh-CN';

async function tell(pages: number[], pictures: ChartPicture[] = []): Promise<void> {
  await call('documents.ready', { pages, fonts: installedFonts(), pictures });
}

// Text that is first set in other fonts would be set again as each of its own comes in.
await loadShippedFonts(documents);

const root = createRoot(container);
if (purpose === 'pictures') {
  const { ChartPictures } = await import('./ChartPictures');
  const blocks = documents.flatMap((one) => one.blocks.filter(({ type }) => type === 'chart'));
  const pictures = await new Promise<ChartPicture[]>((resolve, reject) => {
    root.render(<ChartPictures blocks={blocks} onDrawn={resolve} onFailed={reject} />);
  });
  await tell([], pictures);
} else {
  const pages: number[] = [];
  await new Promise<void>((resolve) => {
    const set = (index: number, count: number): void => {
      pages[index] = count;
      if (Object.keys(pages).length === documents.length) resolve();
    };
    flushSync(() =>
      root.render(
        documents.map((one, index) => {
          const number = index + 1;
          return (
            <Paper
              key={number}
              document={one}
              onSheets={purpose === 'printer' || purpose === 'both-sides'}
              isEven={purpose === 'both-sides' && number < documents.length}
              onSet={(count) => set(index, count)}
            />
          );
        }),
      ),
    );
  });
  // Page numbers and charts may ask for a font that the galley had no use for.
  container.getBoundingClientRect();
  await document.fonts.ready;
  await tell(pages);
}
