import { StoreError } from '../store-error.ts'

export function foreignArchive(): StoreError {
  return new StoreError('backup.foreign', {
    zh: '这不是邻里的备份文件。请选 linli backup 生成的文件。',
    en: 'This is no backup of Linli. Choose a file that "linli backup" has made.',
  })
}

export function damagedArchive(detail: string, cause?: unknown): StoreError {
  return new StoreError(
    'backup.damaged',
    {
      zh: `备份文件不完整或被改动过（${detail}），没有恢复任何东西。请换一份备份，或重新拷贝这个文件后再试。`,
      en: `The backup is cut off or was changed (${detail}); nothing was restored. Take another backup, or copy this file again.`,
    },
    { cause },
  )
}

export function newerArchive(detail: string): StoreError {
  return new StoreError('backup.newer', {
    zh: `备份是用更新的程序做的（${detail}），当前程序不认识。请先更新程序，再恢复。`,
    en: `The backup was made by a newer program (${detail}), which this one does not know. Update the program first, then restore.`,
  })
}

export function otherText(plugin: string, name: string): StoreError {
  return new StoreError('backup.migrations', {
    zh: `备份里模块 ${plugin} 的迁移 ${name} 与当前程序的文本不同：两边的程序不是同一个来源。请用做备份的那个版本的程序恢复。`,
    en: `The migration ${name} of the module ${plugin} reads differently in the backup and in this program. Restore with the program that made the backup.`,
  })
}

export function missingModule(plugin: string): StoreError {
  return new StoreError('backup.module', {
    zh: `备份里有模块 ${plugin} 的数据，而配置里没有这个模块。请先在 linli.config.ts 里装上它，再恢复；之后可以再关闭。`,
    en: `The backup has data of the module ${plugin}, which the configuration does not install. Add it to linli.config.ts, then restore; it can be switched off afterwards.`,
  })
}

export function otherStreet(code: string, name: string): StoreError {
  return new StoreError('backup.street', {
    zh: `这是 ${code} ${name} 的备份，配置里没有这个街道。请在那个街道的目录里恢复，或换一份备份。`,
    en: `This is a backup of ${code} ${name}, which the configuration does not name. Restore it in that street's folder, or take another backup.`,
  })
}

export function fullTarget(where: { readonly zh: string; readonly en: string }): StoreError {
  return new StoreError('backup.target', {
    zh: `${where.zh}里已经有数据，不能覆盖。请用 --data 指定一个空目录；用 PostgreSQL 时先新建一个空的数据库，再把 DATABASE_URL 指向它。`,
    en: `There are data in ${where.en} already, and nothing is overwritten. Name an empty folder with --data; on PostgreSQL make a new, empty database and point DATABASE_URL at it.`,
  })
}

export function keyMissing(keyId: string, path: string): StoreError {
  return new StoreError('backup.key', {
    zh: `备份里没有密钥。请先把做备份时的密钥（编号 ${keyId}）放到 ${path}（或设 LINLI_KEY），再恢复；没有它，身份证号和电话无法读取。`,
    en: `The backup holds no key. Put the key of that time (${keyId}) at ${path}, or set LINLI_KEY, then restore; without it identity numbers and telephones cannot be read.`,
  })
}

export function otherKey(keyId: string, present: string): StoreError {
  return new StoreError('backup.key', {
    zh: `密钥不对：备份里的个人信息是用密钥 ${keyId} 加密的，现在的是 ${present}。请换成做备份时的那把密钥。`,
    en: `The key is another one: the backup is enciphered with ${keyId}, and this is ${present}. Put the key of that time in its place.`,
  })
}

export function notRestored(cause: unknown): StoreError {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new StoreError(
    'backup.not_restored',
    {
      zh: `恢复没有成功，什么都没有写入：${message}。请检查磁盘空间和数据库账号的权限后再试。`,
      en: `The restore failed and nothing was written: ${message}. Check the disk and what the database account may do, then try again.`,
    },
    { cause },
  )
}

export function nothingThere(): StoreError {
  return new StoreError('backup.nothing', {
    zh: '还没有数据可以备份：数据库还没有建立。请检查 LINLI_DATA 和 DATABASE_URL 指的是不是正在用的那个。',
    en: 'There is nothing to back up: the database was never made. Check whether LINLI_DATA and DATABASE_URL name the one that is in use.',
  })
}

export function inUse(cause: StoreError): StoreError {
  return new StoreError(
    'backup.in_use',
    {
      zh: `${cause.zh.split('。')[0]}。内嵌数据库只能由一个进程打开：请先停止系统，备份完再启动。要不停机备份，请改用 PostgreSQL（先 linli backup，再 linli restore 到 PostgreSQL）。`,
      en: `${cause.en.split('. ')[0]}. The embedded database belongs to one process: stop the system, make the backup, start it again. To back up while it runs, move to PostgreSQL (linli backup, then linli restore into PostgreSQL).`,
    },
    { cause },
  )
}
