export function removeCluster(wanted: string): void;
