import { useMessages, useTranslations } from 'use-intl';
import { Check } from '../../widgets/check.tsx';

/** The names under which the words of rules stand: mostly those of the protocols. */
export type RulesOf = keyof ReturnType<typeof useMessages>['rules'];

/**
 * Rules of the protocol to switch off: those that it has words for, which a test compares with those that
 * there are. One that is off stays in sight, also where it has no meaning any more.
 */
export const Rules = (props: {
  of: readonly RulesOf[];
  broken: readonly string[];
  onChange: (broken: readonly string[]) => void;
}) => {
  const t = useTranslations('panels.setup');
  const { of, broken, onChange } = props;
  const words = useMessages().rules;
  const all: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(words));
  const own = of.flatMap((name) => Object.keys(words[name]));
  const rules = [...own, ...broken.filter((name) => !own.includes(name))];
  return (
    <details className="section" open={broken.length > 0}>
      <summary>{t('rules')}</summary>
      <p className="quiet-text">{t('rulesText')}</p>
      {rules.map((name) => (
        <Check
          key={name}
          label={all[name] ?? name}
          checked={broken.includes(name)}
          onChange={(off) =>
            onChange(off ? [...broken, name] : broken.filter((one) => one !== name))
          }
        />
      ))}
    </details>
  );
};
