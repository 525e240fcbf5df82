import { ListBoxItem } from 'react-aria-components';
import type { RecordOf } from '../../shared/model/collections';
import { t } from '../i18n/i18n';
import { ComboField } from './ComboField';
import { matchesName } from './person-match';

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
  return (
    <ComboField
      label={label}
      placeholder={t('components.choose')}
      error={error}
      className={`ty-field ${className ?? ''}`}
      selectedKey={value || null}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      defaultItems={people}
      defaultFilter={matchesName}
      item={(person) => (
        <ListBoxItem id={person.id} textValue={person.name} className="ty-combo-item">
          {person.name}
          {person.post && <span className="ty-soft"> {person.post}</span>}
        </ListBoxItem>
      )}
    />
  );
}
