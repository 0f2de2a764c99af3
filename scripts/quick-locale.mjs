// React Aria asks, as soon as it is loaded, whether the browser's language can be named at all, by way of
// the dates of every language: that takes a phone 50 ms before anything is drawn. To bring the name into
// its usual form throws for the same names and costs nothing.

const ASKS = /Intl\.DateTimeFormat\.supportedLocalesOf\(\[\s*locale\s*\]\)/;

/** @returns {import('vite').Plugin} */
export const quickLocale = () => ({
  name: 'quick-locale',
  transform: {
    filter: { id: /react-aria\/dist\/private\/i18n\/useDefaultLocale\.m?js$/ },
    handler(code) {
      if (!ASKS.test(code))
        this.error('React Aria asks in another way whether it knows the language');
      return { code: code.replace(ASKS, 'Intl.getCanonicalLocales(locale)'), map: null };
    },
  },
});
