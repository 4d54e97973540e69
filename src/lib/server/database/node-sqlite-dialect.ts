import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Driver,
	type SelectModifierNode,
	type SqliteDatabase,
	type SqliteStatement,
	type TransactionSettings
} from 'kysely';

/** Statements kept ready; a page needs a dozen, the whole app less than a hundred. */
const STATEMENTS_KEPT = 200;

/** Kysely on Node's own SQLite. */
export class NodeSqliteDialect extends SqliteDialect {
	readonly #connection: DatabaseSync;

	constructor(connection: DatabaseSync) {
		super({ database: asKyselyDatabase(connection) });
		this.#connection = connection;
	}

	override createDriver(): Driver {
		return new ImmediateDriver(this.#connection);
	}

	override createAdapter(): SqliteAdapter {
		return new TransactionalAdapter();
	}

	override createQueryCompiler(): SqliteQueryCompiler {
		return new LocklessCompiler();
	}
}

class ImmediateDriver extends SqliteDriver {
	readonly #connection: DatabaseSync;

	constructor(connection: DatabaseSync) {
		super({ database: asKyselyDatabase(connection) });
		this.#connection = connection;
	}

	/** Takes the right to write at once, unless only to read: after reading, it might be too late to get it. */
	override async beginTransaction(
		connection: DatabaseConnection,
		{ accessMode }: TransactionSettings = {}
	): Promise<void> {
		const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}

	/** SQLite has already rolled back after some errors; a second time would hide the first error. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		if (this.#connection.isTransaction) await super.rollbackTransaction(connection);
	}
}

/** SQLite can undo changes of tables; Kysely leaves them outside of transactions unless told so. */
class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/** Row locks are PostgreSQL's way to hold a rule while it is saved; here the only writer waits its turn. */
class LocklessCompiler extends SqliteQueryCompiler {
	protected override visitSelectModifier(node: SelectModifierNode): void {
		if (!node.modifier?.startsWith('For')) super.visitSelectModifier(node);
	}
}

/** Kysely expects better-sqlite3: parameters as one array, and `reader` for statements that return rows. */
function asKyselyDatabase(connection: DatabaseSync): SqliteDatabase {
	const statements = new Map<string, SqliteStatement>();
	return {
		close: () => connection.close(),
		prepare(sql) {
			const statement = statements.get(sql) ?? prepared(connection, sql);
			// Taken out and put back, so that the first in line is the one unused for longest.
			statements.delete(sql);
			statements.set(sql, statement);
			if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value!);
			return statement;
		}
	};
}

function prepared(connection: DatabaseSync, sql: string): SqliteStatement {
	const statement = connection.prepare(sql);
	const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...values(parameters)),
		run: (parameters) => statement.run(...values(parameters)),
		iterate: (parameters) => statement.iterate(...values(parameters))
	};
}
