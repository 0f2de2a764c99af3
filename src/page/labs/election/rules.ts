import { useTranslations } from 'use-intl';
import type { RuleOption } from '../../panels/setup/rules.tsx';

const NAMES = [
  'ignore-epoch',
  'ignore-zxid',
  'ignore-sid',
  'half-is-quorum',
  'skip-finalize-wait',
  'believe-old-rounds',
  'keep-old-rounds-waiting',
  'skip-check-leader',
  'forget-epoch',
  'accept-old-epoch',
  'accept-fresher-follower',
  'yield-to-newcomer',
  'skip-discovery-quorum',
] as const;

/** The rules that can be switched off, in words. */
export const useRules = (): readonly RuleOption[] => {
  const t = useTranslations('rules.election');
  return NAMES.map((name) => ({ name, label: t(name) }));
};
