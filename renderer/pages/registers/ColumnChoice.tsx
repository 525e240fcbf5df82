import type { Field } from '../../../shared/kinds/field';
import type { Kind } from '../../../shared/kinds/kind';
import { bilingual, t } from '../../i18n/i18n';

interface ColumnChoiceProps {
  readonly kind: Kind;
  readonly shown: readonly Field[];
  readonly onChange: (columns: readonly Field[]) => void;
}

/** Which fields the table shows; at least one. */
export function ColumnChoice({ kind, shown, onChange }: ColumnChoiceProps) {
  return (
    <details className="ty-registers-columns">
      <summary className="ty-button ty-button-small">{t('registers.columns')}</summary>
      <div className="ty-registers-columns-list">
        {kind.fields.map((field) => {
          const isShown = shown.includes(field);
          return (
            <label key={field.key}>
              <input
                type="checkbox"
                checked={isShown}
                disabled={isShown && shown.length === 1}
                onChange={() =>
                  onChange(
                    kind.fields.filter((one) => (one === field ? !isShown : shown.includes(one))),
                  )
                }
              />{' '}
              {bilingual(field.label)}
            </label>
          );
        })}
      </div>
    </details>
  );
}
