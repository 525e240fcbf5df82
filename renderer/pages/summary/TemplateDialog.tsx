import { edit } from '../../../shared/changes/records';
import type { DocumentKind } from '../../../shared/report/document-kind';
import { inOrder, templateId, templateOf } from '../../../shared/report/template';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { bilingual, currentLanguage } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useReplica } from '../../state/workspace';
import { d } from './texts';

interface TemplateDialogProps {
  readonly kind: DocumentKind;
  readonly onClose: () => void;
}

/** How the unit wants a kind of document: opening, closing, detail, and its sections in order. */
export default function TemplateDialog({ kind, onClose }: TemplateDialogProps) {
  const { state } = useReplica();
  const language = currentLanguage();
  const names = kind.sections ?? [];
  const template = templateOf(state, kind.id, language);
  const [opening, setOpening] = useTyped('TemplateDialog.opening', template.opening);
  const [closing, setClosing] = useTyped('TemplateDialog.closing', template.closing);
  const [tone, setTone] = useTyped('TemplateDialog.tone', template.tone);
  const [sections, setSections] = useTyped('TemplateDialog.sections', () =>
    inOrder(names, template).map(({ id }) => ({
      id,
      heading: template.sections.find((one) => one.id === id)?.heading ?? '',
      isShown: template.sections.find((one) => one.id === id)?.isShown ?? true,
    })),
  );
  const ordered = inOrder(names, { sections });
  const change = (id: string, to: { heading?: string; isShown?: boolean }) =>
    setSections((now) => now.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const move = (id: string, by: 1 | -1) =>
    setSections((now) => {
      const list = [...now];
      const from = list.findIndex((one) => one.id === id);
      const [taken] = list.splice(from, 1);
      if (taken) list.splice(from + by, 0, taken);
      return list;
    });
  const save = async () => {
    const fields = { opening: opening.trim(), closing: closing.trim(), tone, sections };
    const edits = [edit('template', templateId(kind.id, language), fields)];
    if (await act('template.save', edits, { said: d('template.saved') })) onClose();
  };
  return (
    <Dialog title={d('template.title')} onClose={onClose} onSave={() => save()} isWide>
      <p className="ty-hint">{d('template.places')}</p>
      <TextField label={d('template.opening')} value={opening} multiline onChange={setOpening} />
      <TextField label={d('template.closing')} value={closing} multiline onChange={setClosing} />
      <Choice
        label={d('template.tone')}
        value={tone}
        options={[
          { value: 'full', label: d('template.full') },
          { value: 'brief', label: d('template.brief') },
        ]}
        onChange={setTone}
      />
      <h3>{d('template.sections')}</h3>
      <ul className="ty-template-sections">
        {ordered.map(({ id, heading }, index) => {
          const own = sections.find((one) => one.id === id);
          const usual = bilingual(heading);
          return (
            <li key={id}>
              <label className="ty-check">
                <input
                  type="checkbox"
                  aria-label={`${d('template.shown')} ${usual}`}
                  checked={own?.isShown ?? true}
                  onChange={(event) => change(id, { isShown: event.target.checked })}
                />
              </label>
              <input
                className="ty-input"
                aria-label={`${d('template.heading')} ${usual}`}
                placeholder={usual}
                value={own?.heading ?? ''}
                onChange={(event) => change(id, { heading: event.target.value })}
              />
              <button
                type="button"
                className="ty-button ty-button-small"
                aria-label={`${d('template.up')} ${usual}`}
                disabled={index === 0}
                onClick={() => move(id, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="ty-button ty-button-small"
                aria-label={`${d('template.down')} ${usual}`}
                disabled={index === ordered.length - 1}
                onClick={() => move(id, 1)}
              >
                ↓
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
