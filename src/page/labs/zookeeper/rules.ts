import { useTranslations } from 'use-intl';
import type { RuleOption } from '../../panels/setup/rules.tsx';

const NAMES = [
  'reply-before-sync',
  'keep-ephemerals',
  'watch-twice',
  'watch-after-reply',
  'sequential-reuse',
  'forget-outstanding',
  'expire-early',
  'expire-on-disconnect',
  'reuse-zxid',
  'answer-out-of-order',
] as const;

/** The rules that can be switched off, in words. */
export const useZooKeeperRules = (): readonly RuleOption[] => {
  const t = useTranslations('rules.zookeeper');
  return NAMES.map((name) => ({ name, label: t(name) }));
};
