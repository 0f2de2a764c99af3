import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { GROUPS } from './groups.ts';
import type { GroupName } from './groups.ts';

/** One server's group as a row of segments. */
export const GroupChoice = (props: {
  name: string;
  group: GroupName;
  onChange: (group: GroupName) => void;
}) => {
  const t = useTranslations('panels.partition');
  const id = useId();
  const { name, group, onChange } = props;
  return (
    <div className="segments" role="radiogroup" aria-label={t('group', { name })}>
      <span className="segments-name" aria-hidden="true">
        {name}
      </span>
      {GROUPS.map((one) => (
        <label key={one} className="segment">
          <input
            type="radio"
            className="vh"
            name={id}
            checked={one === group}
            onChange={() => onChange(one)}
          />
          {one}
        </label>
      ))}
    </div>
  );
};
