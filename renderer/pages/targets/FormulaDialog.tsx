import { edit, recordOrDefault } from '../../../shared/changes/records';
import { formulaText } from '../../../shared/insight/target-score';
import { unitId } from '../../../shared/model/unit';
import { Dialog } from '../../components/Dialog';
import { NumberField } from '../../components/NumberField';
import { SelectField } from '../../components/SelectField';
import { bilingual } from '../../i18n/i18n';
import { act } from '../../state/act';
import { useTyped } from '../../state/forms';
import { useReplica } from '../../state/workspace';
import { v } from './texts';

const numbers = [
  { key: 'scoreCap', label: 'targets.formula.cap', min: 100, max: 200 },
  { key: 'scoreFloor', label: 'targets.formula.floor', min: 0, max: 100 },
  { key: 'scoreMissing', label: 'targets.formula.missing', min: 0, max: 100 },
] as const;

/** How the unit scores its targets; the formula reads along. */
export default function FormulaDialog({ onClose }: { onClose: () => void }) {
  const { state } = useReplica();
  const unit = recordOrDefault(state, 'unit', unitId);
  const [formula, setFormula] = useTyped('FormulaDialog.formula', {
    scoreBasis: unit.scoreBasis,
    scoreCap: unit.scoreCap,
    scoreFloor: unit.scoreFloor,
    scoreMissing: unit.scoreMissing,
  });
  const set = (next: Partial<typeof formula>) => setFormula((now) => ({ ...now, ...next }));
  const save = async () => {
    const said = v('targets.formula.saved');
    if (await act('unit.set', [edit('unit', unitId, formula)], { said })) onClose();
  };
  return (
    <Dialog title={v('targets.formula')} onClose={onClose} onSave={() => save()}>
      <div className="ty-grid-2">
        <SelectField
          label={v('targets.formula.basis')}
          value={formula.scoreBasis}
          options={(['pace', 'year'] as const).map((value) => ({
            value,
            label: v(`targets.formula.basis.${value}`),
          }))}
          onChange={(value) => set({ scoreBasis: value === 'year' ? 'year' : 'pace' })}
        />
        {numbers.map(({ key, label, min, max }) => (
          <NumberField
            key={key}
            label={v(label)}
            value={formula[key]}
            min={min}
            max={max}
            wrong={v('targets.formula.range')}
            onCommit={(value) => set({ [key]: value ?? min })}
          />
        ))}
      </div>
      <p aria-live="polite">{bilingual(formulaText(formula))}</p>
    </Dialog>
  );
}
