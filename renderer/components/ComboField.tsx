import type { ReactNode } from 'react';
import {
  Button,
  ComboBox,
  type ComboBoxProps,
  FieldError,
  Input,
  Label,
  ListBox,
  Popover,
} from 'react-aria-components';
import { t } from '../i18n/i18n';
import { useOwnDialog } from './own-dialog';
import './combo-field.css';

interface ComboFieldProps<T extends object> extends Omit<ComboBoxProps<T>, 'children'> {
  readonly label: string;
  readonly placeholder: string;
  readonly error?: string | undefined;
  /** One of those offered, as a ListBoxItem. */
  readonly item: (one: T) => ReactNode;
  /** What is said below the list. */
  readonly foot?: ReactNode;
}

/** One out of many: type a part of its name, or open the list. */
export function ComboField<T extends object>(props: ComboFieldProps<T>) {
  const { label, placeholder, error, item, foot, ...combo } = props;
  const [ref, portal] = useOwnDialog();
  return (
    <ComboBox
      ref={ref}
      menuTrigger="focus"
      isInvalid={error !== undefined}
      allowsEmptyCollection
      {...combo}
    >
      <Label className="ty-label">{label}</Label>
      <div className="ty-combo">
        <Input className="ty-input" placeholder={placeholder} />
        <Button className="ty-combo-open" aria-label={t('components.openList')}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Button>
      </div>
      {error && <FieldError className="ty-error">{error}</FieldError>}
      <Popover className="ty-popover ty-combo-list" {...portal}>
        <ListBox<T> renderEmptyState={() => <p className="ty-soft">{t('components.noMatch')}</p>}>
          {item}
        </ListBox>
        {foot}
      </Popover>
    </ComboBox>
  );
}
