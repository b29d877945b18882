import { useTranslations } from 'next-intl';

export type Theme = 'system' | 'light' | 'dark';

/** Three plain buttons; the server remembers. `action` receives `theme`. */
export function ThemeSwitch({ current, action }: { current: Theme; action: (data: FormData) => Promise<void> }) {
  const t = useTranslations('ui.theme');
  return (
    <form action={action} className="theme-switch">
      <span id="theme-label">{t('label')}</span>
      {(['system', 'light', 'dark'] as const).map((theme) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          aria-describedby="theme-label"
        >
          {t(theme)}
        </button>
      ))}
    </form>
  );
}
