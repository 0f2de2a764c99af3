import { useTranslations } from 'use-intl';
import { showBranch } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { Menu } from '../widgets/menu.tsx';

/** The run's branches, once there is more than one; all are kept. */
export const Branches = () => {
  const t = useTranslations('lab.transport');
  const branches = useSim((s) => s.branches);
  const shown = useSim((s) => s.frame?.branch);
  if (branches.length < 2) return null;
  const name = (index: number): string => t('branchName', { number: String(index + 1) });
  return (
    <Menu
      label={`${t('branch')}: ${name(branches.findIndex((one) => one.id === shown))}`}
      entries={branches.map((one, index) => ({
        id: String(one.id),
        label:
          one.parent === null
            ? name(index)
            : t('branchFrom', { number: String(index + 1), position: String(one.forkPosition) }),
        chosen: one.id === shown,
        onPress: () => void showBranch(one.id),
      }))}
    >
      {name(branches.findIndex((one) => one.id === shown))} ▾
    </Menu>
  );
};
