import { useMessages, useTranslations } from 'use-intl';
import type { ScenarioFile } from '../../../view/scenario.ts';
import { Check } from '../../widgets/check.tsx';

/** Rules of the protocol to switch off: those that it has words for, which a test compares with those that there are. */
export const Rules = (props: {
  model: ScenarioFile['model'];
  broken: readonly string[];
  onChange: (broken: readonly string[]) => void;
}) => {
  const t = useTranslations('panels.setup');
  const { model, broken, onChange } = props;
  const rules: Readonly<Record<string, string>> = useMessages().rules[model];
  return (
    <details className="section" open={broken.length > 0}>
      <summary>{t('rules')}</summary>
      <p className="quiet-text">{t('rulesText')}</p>
      {Object.entries(rules).map(([name, label]) => (
        <Check
          key={name}
          label={label}
          checked={broken.includes(name)}
          onChange={(off) =>
            onChange(off ? [...broken, name] : broken.filter((one) => one !== name))
          }
        />
      ))}
    </details>
  );
};
