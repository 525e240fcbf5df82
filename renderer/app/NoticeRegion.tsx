import { t } from '../i18n/i18n';
import { dismiss, useNotices } from '../state/notices';

/** Messages at the foot of the window, read out by screen readers as they come. */
export function NoticeRegion() {
  const notices = useNotices();
  return (
    <section className="ty-notices" aria-label={t('components.notices')}>
      {notices.map(({ id, urgency, text, action }) => (
        <div
          key={id}
          className={`ty-notice ty-notice-${urgency}`}
          role={urgency === 'polite' ? 'status' : 'alert'}
        >
          <span>{text}</span>
          {action && (
            <button
              type="button"
              className="ty-link"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" className="ty-link" onClick={() => dismiss(id)}>
            {t('components.close')}
          </button>
        </div>
      ))}
    </section>
  );
}
