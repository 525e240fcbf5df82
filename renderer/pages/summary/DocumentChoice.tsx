import { documentKinds } from '../../../shared/report/documents';
import { Choice } from '../../components/Choice';
import { ClosingNote } from '../../components/ClosingNote';
import { MonthPicker } from '../../components/MonthPicker';
import { SelectField } from '../../components/SelectField';
import { bilingual, t } from '../../i18n/i18n';
import { go, useLocation } from '../../state/location';
import { useToday } from '../../state/today';
import { type ChosenDocument, monthFor } from './chosen-document';

/** Which document, of whom or what, and of which time. */
export function DocumentChoice({ chosen }: { chosen: ChosenDocument }) {
  const { kind, span, period, subjects, request } = chosen;
  const { params } = useLocation();
  const today = useToday();
  const choose = (change: Readonly<Record<string, string>>) =>
    go('summary', { ...params, ...change });
  return (
    <div className="ty-documents-choice">
      <SelectField
        label={t('summary.document')}
        value={kind.id}
        options={documentKinds.map(({ id, name }) => ({ value: id, label: bilingual(name) }))}
        onChange={(document) => choose({ document })}
      />
      {kind.of !== 'unit' && (
        <SelectField
          label={t(`summary.of.${kind.of}`)}
          value={request?.subject ?? ''}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(subject) => choose({ subject })}
        />
      )}
      {kind.spans.length > 1 && (
        <Choice
          label={t('summary.span')}
          value={span}
          options={kind.spans.map((one) => ({ value: one, label: t(`summary.span.${one}`) }))}
          onChange={(next) => choose({ span: next })}
        />
      )}
      <MonthPicker value={period} onChange={(next) => choose({ month: monthFor(next, today) })} />
      <ClosingNote
        every={span}
        shown={period}
        onChoose={(next) => choose({ month: monthFor(next, today) })}
      />
    </div>
  );
}
