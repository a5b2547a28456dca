const endings = [
  // Runs, or carries what runs.
  'exe dll sys drv ocx cpl scr msi msp msix bat cmd ps1 psm1 psd1 vbs vbe wsf wsh hta js jse mjs jar class java',
  'lnk reg inf chm py pyc pyw sh bash elf ko dylib apk ipa dmg pkg deb rpm php aspx ashx jsp jspx cgi',
  // Packed.
  'zip rar 7z gz tgz tar bz2 xz zst lz4 cab ace arj iso img vhd vhdx vmdk',
  // Written by people.
  'doc docx docm dot dotx dotm xls xlsx xlsm xlsb xltm xll ppt pptx pptm ppsx ppam rtf odt ods odp pdf txt md csv tsv',
  'one onepkg eml msg pst ost mbox ics vcf htm html xhtml mht mhtml svg xml xsl json jsonl yml yaml toml ini cfg conf',
  'png jpg jpeg gif bmp webp heic tif tiff psd dwg mp3 mp4 mov avi mkv wav',
  // Written by machines.
  'log evtx evt etl dmp mdmp pcap pcapng db sqlite sqlite3 mdb accdb sql bak old tmp dat bin pem key pfx p12 crt cer kdbx',
];

/**
 * Endings by which a name is a file's. Some are top-level domains as well (zip, mov, py, sh, md): written in prose
 * those are nearly always files. Those of busy domains (com, app, ai, so, pl, rs) are left to the domains.
 */
export const fileEndings: ReadonlySet<string> = new Set(endings.join(' ').split(' '));
