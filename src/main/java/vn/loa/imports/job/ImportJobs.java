package vn.loa.imports.job;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.imports.job.store.ImportJobConfig;
import vn.loa.access.OnBehalf;
import vn.loa.http.Roles;
import vn.loa.imports.job.store.ImportJob.Options;
import vn.loa.imports.job.store.ImportJob.Phase;
import vn.loa.imports.job.store.ImportJob.State;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ImportUploads;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** The steps of a job that callers want. Joins the caller's transaction. */
@ApplicationScoped
class ImportJobs {

    private final ImportJobRepository jobs;
    private final ImportUploads uploads;
    private final ImportJobConfig config;
    private final JobAudit audit;
    private final SecurityIdentity caller;
    private final Clock clock;

    ImportJobs(ImportJobRepository jobs, ImportUploads uploads, ImportJobConfig config, JobAudit audit, SecurityIdentity caller,
            Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.config = config;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A job whose content comes in parts. */
    ImportJob create(Options options, String contentType) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        jobs.add(id, options, contentType, OnBehalf.name(caller), caller.hasRole(Roles.ADMIN), now());
        ImportJob job = jobs.lock(id);
        audit.record("create", job);
        return job;
    }

    /** @throws ProblemException 403 when the job is an admin's, 409 when it has been started, 413 when its upload becomes too large */
    ImportJob put(UUID id, int part, byte[] bytes) {
        ImportJob job = jobs.lock(id);
        requireMayFeed(job);
        require(job, job.state() == State.RECEIVING, "takes no more parts");
        audit.recordPart(job, uploads.put(id, part, bytes));
        ImportJob received = jobs.get(id);
        if (received.bytes() > config.upload().asLongValue()) {
            throw Problem.of(ProblemType.BODY_TOO_LARGE, "An upload may have at most " + config.upload().asLongValue()
                    + " bytes, all parts together.").asException();
        }
        return received;
    }

    /** Those that are there, in their order. */
    List<ImportUploads.Part> parts(UUID id) {
        return uploads.parts(jobs.get(id).id());
    }

    /** @throws ProblemException 403 when the job is an admin's, 409 when it has been started, or parts are missing */
    ImportJob start(UUID id) {
        ImportJob job = jobs.lock(id);
        requireMayFeed(job);
        require(job, job.state() == State.RECEIVING, "cannot be started again");
        uploads.requireAll(id);
        jobs.start(id, now());
        audit.record("start", job);
        return jobs.get(id);
    }

    ImportJob pause(UUID id) {
        ImportJob job = jobs.lock(id);
        require(job, job.state() == State.RUNNING || job.state() == State.PAUSED, "cannot be paused");
        jobs.pause(id);
        audit.record("pause", job);
        return jobs.get(id);
    }

    /** @throws ProblemException 403 when the job imports as an admin's, 409 when it has ended or has not begun */
    ImportJob resume(UUID id) {
        ImportJob job = jobs.lock(id);
        if (job.phase() != Phase.UNDO) {
            requireMayFeed(job);
        }
        require(job, job.state() == State.RUNNING || job.state() == State.PAUSED, "cannot be resumed");
        if (job.state() == State.PAUSED) {
            jobs.resume(id, now());
            audit.record("resume", job);
        }
        return jobs.get(id);
    }

    /** Ends the job. What was imported stays. */
    ImportJob cancel(UUID id) {
        ImportJob job = jobs.lock(id);
        require(job, !job.state().hasEnded() || job.state() == State.CANCELLED, "cannot be cancelled");
        if (job.state() != State.CANCELLED) {
            uploads.free(id);
            jobs.end(id, State.CANCELLED, now());
            audit.record("cancel", job);
        }
        return jobs.get(id);
    }

    /** Begins to take back what the job did. */
    ImportJob undo(UUID id, String explanation) {
        ImportJob job = jobs.lock(id);
        require(job, job.state().hasEnded() && job.state() != State.UNDONE && !job.options().dryRun() && job.startedAt() != null,
                "cannot be undone");
        jobs.beginUndo(id, explanation, OnBehalf.name(caller));
        audit.record("undo", job);
        return jobs.get(id);
    }

    /** @throws ProblemException 409 while the job is not at its end */
    void delete(UUID id) {
        ImportJob job = jobs.lock(id);
        require(job, job.state().hasEnded() || job.state() == State.RECEIVING, "cannot be deleted");
        jobs.delete(id);
        audit.record("delete", job);
    }

    /** What an admin's job imports may have dates and views, and the audit log names the admin: nobody else adds to it or lets it go on. */
    private void requireMayFeed(ImportJob job) {
        if (job.admin() && !caller.hasRole(Roles.ADMIN)) {
            throw Problem.of(ProblemType.FORBIDDEN, "An admin made the job: this needs the role " + Roles.ADMIN + ".").asException();
        }
    }

    private static void require(ImportJob job, boolean possible, String what) {
        if (!possible) {
            String phase = job.phase() == Phase.UNDO ? ", its undo" : "";
            throw Problem.of(ProblemType.CONFLICT, "The job is " + job.state().word() + phase + ": it " + what + ".").asException();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
