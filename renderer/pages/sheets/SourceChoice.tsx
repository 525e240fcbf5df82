import { s } from './texts';
import type { SourceUse } from './use-source';

/** Opening a file or pasting a block, and how far reading is. */
export function SourceChoice({ use }: { readonly use: SourceUse }) {
  const { share, complaint, open, paste, stop } = use;
  return (
    <div className="ty-section">
      {share === undefined ? (
        <div className="ty-sheets-source">
          <div>
            <button
              type="button"
              className="ty-button ty-button-primary"
              onClick={() => void open()}
            >
              {s('sheets.open')}
            </button>
            <p className="ty-hint">{s('sheets.kinds')}</p>
          </div>
          <label className="ty-field">
            {s('sheets.paste')}
            <textarea
              className="ty-area"
              value=""
              onChange={(event) => {
                // Typing is no pasting; what comes by other ways than the clipboard is taken as well.
                if (/[\t\n]/.test(event.target.value)) paste(event.target.value);
              }}
              onPaste={(event) => {
                event.preventDefault();
                const text = event.clipboardData.getData('text/plain');
                if (text.trim() !== '') paste(text);
              }}
            />
            <span className="ty-hint">{s('sheets.paste.hint')}</span>
          </label>
        </div>
      ) : (
        <p className="ty-actions">
          <progress value={share} max={1} aria-label={s('sheets.reading')} />
          {s('sheets.reading')}
          <button type="button" className="ty-button ty-button-small" onClick={stop}>
            {s('sheets.cancel')}
          </button>
        </p>
      )}
      {complaint !== '' && (
        <p className="ty-error" role="alert">
          {complaint}
        </p>
      )}
    </div>
  );
}
