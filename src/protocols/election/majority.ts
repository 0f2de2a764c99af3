/** How many voters are a quorum. A file of its own: who counts voters alone need not fetch the votes. */

/** A set of voters is a quorum when it holds more than half of them [QuorumMaj.containsQuorum]. */
export const quorumOf = (voters: number): number => Math.floor(voters / 2) + 1;
