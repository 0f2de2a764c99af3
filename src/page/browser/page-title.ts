import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

/** The browser tab's title: the product, and where in it. */
export const usePageTitle = (place: string): void => {
  const name = useTranslations('app')('name');
  useEffect(() => {
    document.title = place === '' ? name : `${place} · ${name}`;
  }, [place, name]);
};
