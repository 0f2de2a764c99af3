import { useTranslations } from 'use-intl';

const skip = (): void => {
  const main = document.querySelector('main');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
};

/** The first stop of the keyboard: past the top bar. (A `#` link would be an address of its own.) */
export const SkipLink = () => {
  const t = useTranslations('app');
  return (
    <button type="button" className="skip" onClick={skip}>
      {t('skip')}
    </button>
  );
};
