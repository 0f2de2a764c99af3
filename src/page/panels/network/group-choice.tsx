import { useTranslations } from 'use-intl';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { GROUPS } from './groups.ts';
import type { GroupName } from './groups.ts';

/** One server's group as a row of segments. */
export const GroupChoice = (props: {
  name: string;
  group: GroupName;
  onChange: (group: GroupName) => void;
}) => {
  const t = useTranslations('panels.partition');
  const { name, group, onChange } = props;
  return (
    <RadioGroup
      className="segments"
      orientation="horizontal"
      value={group}
      aria-label={t('group', { name })}
      onChange={(id) => {
        const chosen = GROUPS.find((one) => one === id);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <Label className="segments-name" aria-hidden="true">
        {name}
      </Label>
      {GROUPS.map((one) => (
        <Radio key={one} value={one} className="segment">
          {one}
        </Radio>
      ))}
    </RadioGroup>
  );
};
