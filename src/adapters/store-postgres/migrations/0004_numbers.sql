CREATE TABLE "last_number" (
	"tenant" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "last_number_tenant_kind_pk" PRIMARY KEY("tenant","kind")
);
