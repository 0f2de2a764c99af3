import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { useChangeLanguage } from '../words/language.ts';
import { useLanguage } from '../words/use-words.ts';
import { applyTheme, currentTheme, THEMES } from '../browser/theme.ts';

/** Light, dark, high contrast, or as the system has it. */
export const ThemeChoice = () => {
  const t = useTranslations('app');
  const [theme, setTheme] = useState(currentTheme);
  return (
    <label className="theme">
      <span className="vh">{t('theme')}</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((one) => one === event.target.value);
          if (chosen === undefined) return;
          applyTheme(chosen);
          setTheme(chosen);
        }}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {t(`themes.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Changes the language and keeps the place. */
export const LanguageSwitch = () => {
  const t = useTranslations('app');
  const change = useChangeLanguage();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <Button kind="quiet" lang={other} onPress={() => change(other)}>
      {t('otherLanguage')}
    </Button>
  );
};
