import { lazy, Suspense } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { t } from '../../i18n/i18n';
import { hrefOf, useLocation } from '../../state/location';
import '../mechanisms/mechanisms.css';
import './exchange.css';

const views = {
  out: lazy(() => import('./ExportView')),
  in: lazy(() => import('./ImportView')),
  conflicts: lazy(() => import('./ConflictsView')),
  flow: lazy(() => import('./FlowView')),
  devices: lazy(() => import('./DevicesView')),
  rollup: lazy(() => import('./RollUpView')),
} as const;

// Object.keys loses the literal type that `views` has.
const names = Object.keys(views) as (keyof typeof views)[];

/** Records on their way between PCs: out, in, conflicts, who owes what, trust, many units. */
export default function ExchangePage() {
  const { params } = useLocation();
  const view = names.find((name) => name === params.view) ?? 'out';
  const View = views[view];
  return (
    <section className="ty-page ty-exchange">
      <PageHeader title={t('exchange.title')} sentence={t('exchange.sentence')} />
      <nav className="ty-tabs" aria-label={t('exchange.views')}>
        {names.map((name) => (
          <a
            key={name}
            href={hrefOf('exchange', { view: name })}
            aria-current={name === view ? 'page' : undefined}
          >
            {t(`exchange.view.${name}`)}
          </a>
        ))}
      </nav>
      <Suspense fallback={null}>
        <View />
      </Suspense>
    </section>
  );
}
