/**
 * SHA-256 of the ffmpeg programs that npm brings, by package and by `platform-arch`. npm checks the packages that
 * hold their program themselves; ffmpeg-static's install script downloads one from GitHub and checks nothing.
 * ffmpeg-static: release b6.1.1, as package 5.3.0 wants it. The project publishes no checksums: these are the ones
 * on which independent projects that pin the same files agree. @ffmpeg-installer: read from the packages in the lock.
 */
export const FFMPEG_HASHES = {
  'ffmpeg-static': {
    'linux-x64': 'e7e7fb30477f717e6f55f9180a70386c62677ef8a4d4d1a5d948f4098aa3eb99',
    'linux-arm64': '6bb182d0d75d23028db82e9e4f723ca69b853d055698486e6984ddb2c06fb8ce',
    'darwin-x64': 'ebdddc936f61e14049a2d4b549a412b8a40deeff6540e58a9f2a2da9e6b18894',
    'darwin-arm64': 'a90e3db6a3fd35f6074b013f948b1aa45b31c6375489d39e572bea3f18336584',
    'win32-x64': '04e1307997530f9cf2fe35cba2ca7e8875ca91da02f89d6c7243df819c94ad00',
  },
  '@ffmpeg-installer/ffmpeg': {
    'linux-x64': '6d0c625dbd3f604ed2618981ba6fee7e29678855ab741d654cfc9effb0226624',
    'linux-ia32': '885628c27d97f5a7a74d2e8184d799ec7f1ef963b3fa755070f2cbfa28712e12',
    'linux-arm': 'a3ff69b5959ed713e3316dbe2ad5b219e230312d7092339ac0be7e20d35dd2ee',
    'linux-arm64': '115a825e246078acf820ea2afcaf1b3ff87f1b93f7035ecad38d3223cca55297',
    'darwin-x64': '69bddbabda0d4fbedf98fb01b6f964ee1c8346987ef7f6e70055b95339a78b17',
    'darwin-arm64': 'a2ad6f0fc42a3c8f5183ef1d53e906d6bb35478d14a6b67175c30ce6c17e9214',
    'win32-x64': 'c8abc49e7be62dde8e12972af373959e0076a7b8dc8040eb45978e0608f8781e',
    'win32-ia32': '2d07c49c4b3a77e69cff16605411d3be14aec709ac96797f2206dc856d657700',
  },
};
