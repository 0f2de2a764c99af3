import { useTranslations } from 'use-intl';
import { Check } from '../../widgets/check.tsx';

/** A rule that can be switched off, and what it says in the reader's language. */
export interface RuleOption {
  readonly name: string;
  readonly label: string;
}

/** Rules of the protocol to switch off. */
export const Rules = (props: {
  rules: readonly RuleOption[];
  broken: readonly string[];
  onChange: (broken: readonly string[]) => void;
}) => {
  const t = useTranslations('panels.setup');
  const { rules, broken, onChange } = props;
  if (rules.length === 0) return null;
  return (
    <details className="section" open={broken.length > 0}>
      <summary>{t('rules')}</summary>
      <p className="quiet-text">{t('rulesText')}</p>
      {rules.map((rule) => (
        <Check
          key={rule.name}
          label={rule.label}
          checked={broken.includes(rule.name)}
          onChange={(off) =>
            onChange(off ? [...broken, rule.name] : broken.filter((name) => name !== rule.name))
          }
        />
      ))}
    </details>
  );
};
