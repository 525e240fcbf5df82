import { Component, type ReactNode } from 'react';
import { t } from '../i18n/i18n';
import { keepDraft } from '../state/forms';

/** Catches a fault of one page, so that the rest of the window goes on working. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    // What was typed on the page that failed is among the drafts.
    keepDraft();
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <section className="ty-page" role="alert">
        <h1>{t('shell.fault.title')}</h1>
        <p>{t('shell.fault.text')}</p>
        <button type="button" className="ty-button" onClick={() => window.location.reload()}>
          {t('shell.fault.reload')}
        </button>
      </section>
    );
  }
}
