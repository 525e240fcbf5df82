import { type Whose, whoseChoices } from '../../../shared/insight/home';
import { Choice } from '../../components/Choice';
import { textsOf } from '../../i18n/i18n';
import { homeViewTexts } from '../../i18n/texts/home-views';
import { go } from '../../state/location';

const h = textsOf(homeViewTexts);

/** Whose things Home lists. */
export default function WhoseChoice({ whose }: { whose: Whose }) {
  return (
    <Choice
      label={h('home.whose')}
      value={whose}
      options={whoseChoices.map((value) => ({ value, label: h(`home.whose.${value}`) }))}
      onChange={(next) => go('home', { whose: next })}
    />
  );
}
