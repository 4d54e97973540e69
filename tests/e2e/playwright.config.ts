import { defineConfig } from '@playwright/test';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const port = process.env.TEST_PORT ?? '4173';
// Rounds of tests are kept apart from anybody's own, unless DATABASE_URL says where. Workers read this file too.
if (process.env.TEST_DATABASE?.startsWith('postgres:'))
	process.env.DATABASE_URL ??= process.env.TEST_DATABASE;
process.env.DATABASE_FILE ??= join(mkdtempSync(join(tmpdir(), 'holoscope-e2e-')), 'e2e.db');

export default defineConfig({
	testMatch: '**/*.e2e.ts',
	outputDir: '../../test-results',
	reporter: 'list',
	workers: 2,
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	// In CI a test that fails is tried once more and listed as flaky; anybody's own run shows it at once.
	retries: process.env.CI ? 1 : 0,
	timeout: 90_000,
	// A test fails for what it finds, not because the machine is busy.
	expect: { timeout: 20_000 },
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath: process.env.CHROMIUM ?? installed.find(existsSync),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	webServer: {
		command: 'node src/cli/start.ts',
		cwd: '../..',
		env: { PORT: port, HOST: '127.0.0.1' },
		url: `http://127.0.0.1:${port}`,
		timeout: 120_000,
		reuseExistingServer: false
	}
});
