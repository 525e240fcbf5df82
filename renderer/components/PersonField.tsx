import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import type { RecordOf } from '../../shared/model/collections';
import { t } from '../i18n/i18n';
import { useOwnDialog } from './own-dialog';
import { matchesName } from './person-match';
import './person-field.css';

interface PersonFieldProps {
  readonly label: string;
  /** Id of the person, or empty. */
  readonly value: string;
  readonly people: readonly RecordOf<'person'>[];
  readonly onChange: (person: string) => void;
  readonly error?: string | undefined;
  readonly className?: string;
}

/** A person out of many: type a part of the name, or open the list. */
export default function PersonField(props: PersonFieldProps) {
  const { label, value, people, onChange, error, className } = props;
  const [ref, portal] = useOwnDialog();
  return (
    <ComboBox
      ref={ref}
      className={`ty-field ${className ?? ''}`}
      selectedKey={value || null}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      menuTrigger="focus"
      isInvalid={error !== undefined}
      defaultItems={people}
      defaultFilter={matchesName}
      allowsEmptyCollection
    >
      <Label className="ty-label">{label}</Label>
      <div className="ty-combo">
        <Input className="ty-input" placeholder={t('components.choose')} />
        <Button className="ty-combo-open" aria-label={t('components.openList')}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Button>
      </div>
      {error && <FieldError className="ty-error">{error}</FieldError>}
      <Popover className="ty-popover ty-combo-list" {...portal}>
        <ListBox renderEmptyState={() => <p className="ty-soft">{t('components.noMatch')}</p>}>
          {(person: RecordOf<'person'>) => (
            <ListBoxItem id={person.id} textValue={person.name} className="ty-combo-item">
              {person.name}
              {person.post && <span className="ty-soft"> {person.post}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
