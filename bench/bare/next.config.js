/** The floor: a Next application that does nothing of ours. */
export default { poweredByHeader: false, typescript: { ignoreBuildErrors: true }, serverExternalPackages: ['pg'] };
