CREATE TABLE "name_word" (
	"tenant" text COLLATE "C" NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	"persona" text COLLATE "C" NOT NULL,
	CONSTRAINT "name_word_word_tenant_persona_pk" PRIMARY KEY("word","tenant","persona")
);
--> statement-breakpoint
CREATE TABLE "once_call" (
	"tenant" text COLLATE "C" NOT NULL,
	"caller" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"asked" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"answer" jsonb,
	CONSTRAINT "once_call_tenant_caller_key_pk" PRIMARY KEY("tenant","caller","key")
);
--> statement-breakpoint
CREATE INDEX "name_word_by_persona" ON "name_word" USING btree ("persona","tenant");--> statement-breakpoint
CREATE INDEX "once_call_by_age" ON "once_call" USING btree ("tenant","at");--> statement-breakpoint
CREATE INDEX "persona_by_arrival" ON "persona" USING btree ("tenant","received","id");